// The package names a declaration file that it does not ship.
declare module 'wink-eng-lite-web-model' {
  import type { Model } from 'wink-nlp'

  const model: Model
  export default model
}
