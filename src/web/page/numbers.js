// Figures as people read them: whole children, thousands apart, a true minus.

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export function whole(value) {
    const rounded = Math.round(value);
    return (rounded < 0 ? "−" : "") + grouped.format(Math.abs(rounded));
}

export function signed(value) {
    return (Math.round(value) > 0 ? "+" : "") + whole(value);
}

export function percent(share, digits = 0) {
    return `${(100 * share).toFixed(digits).replace("-", "−")}%`;
}

/** 1 mu (亩) is 10000/15 square metres. */
export function mu(squareMetres) {
    return whole((squareMetres * 15) / 10000);
}

/** Half a child is the least that is called a shortage, as on the terminal. */
export const HALF_A_CHILD = 0.5;

/** A colour between white and the full one: red for a shortage, blue for spare seats; both told apart by anyone. */
export function gapColour(gap, greatest) {
    const strength = greatest > 0 ? Math.min(1, Math.sqrt(Math.abs(gap) / greatest)) : 0;
    const full = gap > 0 ? [190, 52, 40] : [38, 98, 160];
    const [red, green, blue] = full.map((part) => Math.round(255 - (255 - part) * strength));
    return { background: `rgb(${red},${green},${blue})`, light: strength > 0.72 };
}
