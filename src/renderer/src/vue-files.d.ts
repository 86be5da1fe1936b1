/** For tools that read TypeScript but not Vue: vue-tsc itself sees the real components. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
