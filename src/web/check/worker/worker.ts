import { examineKeeping } from "../../../app/examine.ts";

addEventListener("message", (event: MessageEvent<Uint8Array>) => {
  postMessage(examineKeeping(event.data).examination.verdict.level);
});
