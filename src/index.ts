export { examine, examineOnline } from "./app/examine.ts";
export type { ExamineOptions, Online } from "./app/examine.ts";
export { toJsonReport } from "./report/json.ts";
export type { Examination } from "./report/examination.ts";
