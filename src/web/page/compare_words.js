// What the page of a comparison says beside the words of every page; sentences come from the program.

export const compareWords = {
    zh: {
        kind: "两次推演的比较",
        versus: (a, b) => `${b}，与${a}相比`,
        inputsTitle: "输入有什么不同", inputsLead: "A 与 B 的输入逐项相比；相同的不列。", nothing: "没有不同。",
        chartTitle: "缺口变了多少，因为什么",
        chartLead: (place, level) => `${place}，${level}：B 的缺口减 A 的缺口（人）。零线以上更缺，以下更余；各色为各项假设所起的作用，相加即全部变化`,
        chartPlain: (place, level) => `${place}，${level}：B 的缺口减 A 的缺口（人）。零线以上更缺，以下更余；没有分摊到各项假设，原因见说明`,
        tableTitle: "各镇街、各学年的变化",
        gapA: "A 缺口", gapB: "B 缺口", change: "变化", others: "其余", notes: "说明",
    },
    en: {
        kind: "Two forecasts compared",
        versus: (a, b) => `${b}, beside ${a}`,
        inputsTitle: "What differs in the inputs", inputsLead: "The inputs of A and B, one by one; what is the same is left out.", nothing: "Nothing differs.",
        chartTitle: "How the gap has changed, and why",
        chartLead: (place, level) => `${place}, ${level}: gap of B less gap of A (children). Above zero shorter, below more spare; colours are what each assumption does, and add up to the whole change`,
        chartPlain: (place, level) => `${place}, ${level}: gap of B less gap of A (children). Above zero shorter, below more spare; not shared out over the assumptions, see the notes`,
        tableTitle: "The change by town and by school year",
        gapA: "Gap A", gapB: "Gap B", change: "Change", others: "Others", notes: "Notes",
    },
};
