/** Copies title and address of a warning. Without this script the text can be selected by hand. */
const text = document.querySelector("#tell-text") as HTMLTextAreaElement;
const button = document.querySelector("#tell-copy") as HTMLButtonElement;
const done = document.querySelector("#tell-done") as HTMLElement;

// The clipboard exists only on https and loopback; elsewhere the button would do nothing.
if ("clipboard" in navigator) button.hidden = false;
button.addEventListener("click", () => {
  text.select();
  navigator.clipboard.writeText(text.value).then(
    () => (done.textContent = button.dataset["done"] ?? ""),
    () => text.focus(),
  );
});
