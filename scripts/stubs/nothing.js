// Stands for the packages that marked-terminal imports for its block layout, emoji and links, none of which is used.
export default class Nothing {}
export const highlight = (code) => code;
export const get = () => undefined;
export const emojify = (text) => text;
export const stdout = false;
