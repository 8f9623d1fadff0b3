#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <nettle/base64.h>

#include "mem.h"
#include "page_document.h"

void page_bytes(struct json_writer *json, const char *key, const unsigned char *bytes, size_t count)
{
    const size_t length = BASE64_ENCODE_RAW_LENGTH(count);
    char *text = mem_array(length + 1, 1);

    base64_encode_raw(text, count, bytes);
    json_text_member(json, key, text);
    free(text);
}

static void put(uint8_t *bytes, uint64_t bits, size_t width)
{
    for (size_t byte = 0; byte < width; byte++) {
        bytes[byte] = (uint8_t)(bits >> (8 * byte));
    }
}

void page_doubles(struct json_writer *json, const char *key, const double *values, size_t count)
{
    uint8_t *bytes = mem_array(count + 1, sizeof *values);

    for (size_t index = 0; index < count; index++) {
        uint64_t bits;

        memcpy(&bits, &values[index], sizeof bits);
        put(&bytes[index * sizeof bits], bits, sizeof bits);
    }
    page_bytes(json, key, bytes, count * sizeof *values);
    free(bytes);
}

void page_floats(struct json_writer *json, const char *key, const double *values, size_t count)
{
    uint8_t *bytes = mem_array(count + 1, sizeof(float));

    for (size_t index = 0; index < count; index++) {
        const float value = (float)values[index];
        uint32_t bits;

        memcpy(&bits, &value, sizeof bits);
        put(&bytes[index * sizeof bits], bits, sizeof bits);
    }
    page_bytes(json, key, bytes, count * sizeof(float));
    free(bytes);
}

void page_fractions(struct json_writer *json, const char *key, const double *values, size_t count)
{
    enum { UNITS = 10000, MOST = 3 };
    uint8_t *bytes = mem_array(count + 1, sizeof(int16_t));

    for (size_t index = 0; index < count; index++) {
        const double held = values[index] > MOST ? MOST : values[index] > -MOST ? values[index] : -MOST;
        const int16_t units = (int16_t)floor(held * UNITS + 0.5);

        put(&bytes[index * sizeof units], (uint16_t)units, sizeof units);
    }
    page_bytes(json, key, bytes, count * sizeof(int16_t));
    free(bytes);
}
