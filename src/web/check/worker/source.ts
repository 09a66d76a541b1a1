/** The mail's source with its marks: asked for after the report, so loaded after it. */
export { sourceView } from "../../../report/mail-view/source-view.ts";
