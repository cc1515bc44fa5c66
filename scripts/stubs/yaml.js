// What is used of yaml; its build for browsers is an ES module, so that the rest falls away.
export {
  Composer,
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  Parser,
  Scalar,
  visit,
} from '../../node_modules/yaml/browser/index.js';
