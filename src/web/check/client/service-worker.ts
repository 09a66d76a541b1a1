// The worker of the whole page: keeps its files.
export {};
