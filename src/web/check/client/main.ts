const main = document.querySelector("#main");
const worker = new Worker(new URL("/check/worker.js", location.href), { type: "module" });
worker.addEventListener("message", () => {
  if (main !== null) main.textContent = "ok";
});
