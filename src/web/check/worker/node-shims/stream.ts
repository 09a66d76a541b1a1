/** The reader of RTF has a streaming form too, which is never called here. */
export function Transform(): void {}
export function Writable(): void {}
