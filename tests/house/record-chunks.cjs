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
    this.chunk = options.filename.split(/[\\/]/).at(-1);
  }
  /** A chunk is a function; several in one file are functions by name, of which some are called. */
  runInThisContext() {
    const value = super.runInThisContext();
    if (typeof value === 'function') {
      names.add(this.chunk);
      return value;
    }
    return new Proxy(value, {
      get: (functions, name) => {
        names.add(name);
        return functions[name];
      },
    });
  }
};
process.on('exit', () => {
  require('node:fs').writeSync(2, `\nLOADED ${[...names].join(' ')}\n`);
});
