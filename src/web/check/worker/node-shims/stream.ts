/** The reader of RTF has a streaming form too, which is never called here. */
export class Transform {}
export class Writable {}
