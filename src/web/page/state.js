// What is being looked at, and who wants to know when that changes.

export function createState(initial) {
    const state = { ...initial };
    const listeners = [];
    return {
        get: () => state,
        set(changes) {
            const changed = Object.keys(changes).filter((key) => state[key] !== changes[key]);
            if (changed.length > 0) {
                Object.assign(state, changes);
                listeners.forEach((listener) => listener(state, changed));
            }
        },
        listen: (listener) => listeners.push(listener),
    };
}
