// `node --require` runs this before the program: at the end it prints the chunks and the modules of Node's that were loaded.
const { Module } = require('node:module');
const vm = require('node:vm');

const names = new Set();
const { _load: load } = Module;
Module._load = (...args) => {
  if (args[0].startsWith('node:')) names.add(args[0]);
  return load(...args);
};
const { Script } = vm;
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    names.add(options.filename.split(/[\\/]/).at(-1));
  }
};
process.on('exit', () => {
  require('node:fs').writeSync(2, `\nLOADED ${[...names].join(' ')}\n`);
});
