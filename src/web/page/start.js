// What kind of document the program put into the page: a run, or a comparison of two. Only the modules of its kind run.
import { documentKind } from "./document.js";

if (documentKind() === "comparison") {
    import("./compare.js");
} else {
    import("./main.js");
}
