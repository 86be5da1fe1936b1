import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { type Component, createApp, defineComponent, h } from 'vue'
import { i18n, type Language, speak } from '../../../../src/renderer/src/i18n'

/** Plain elements in the place of Nuxt UI's controls: what they are given can be seen and pressed. */
export const controls = {
  UIcon: plain('i', ['name']),
  UBadge: plain('span', ['label']),
  UKbd: plain('kbd', ['value']),
  UButton: button(),
  UModal: {
    props: ['open', 'title'],
    template: '<div v-if="open" role="dialog"><slot name="body" /><slot name="footer" /></div>',
  },
  UDropdownMenu: { props: ['items'], template: '<div><slot /></div>' },
  USwitch: checkbox('switch'),
  UCheckbox: checkbox('checkbox'),
  UInput: textField('input'),
  UTextarea: textField('textarea'),
  UInputNumber: textField('input'),
  USelect: {
    props: ['modelValue', 'items'],
    emits: ['update:modelValue'],
    template: `<select :value="modelValue" @change="$emit('update:modelValue', items[$event.target.selectedIndex].value)">
      <option v-for="item in items" :value="item.value">{{ item.label }}</option></select>`,
  },
}

function plain(tag: string, props: readonly string[]) {
  return {
    props: [...props],
    template: `<${tag}>{{ ${props[0]} === undefined ? '' : ${props[0]} }}</${tag}>`,
  }
}

function button() {
  return {
    props: ['label', 'disabled'],
    template: '<button :disabled="disabled">{{ label }}<slot /></button>',
  }
}

function checkbox(role: string) {
  return {
    props: ['modelValue', 'label'],
    emits: ['update:modelValue'],
    template: `<label><input type="checkbox" role="${role}" :checked="modelValue" @change="$emit('update:modelValue', $event.target.checked)" />{{ label }}</label>`,
  }
}

function textField(tag: string) {
  return {
    props: ['modelValue'],
    emits: ['update:modelValue', 'blur'],
    template: `<${tag} :value="modelValue" @input="$emit('update:modelValue', $event.target.value)" @blur="$emit('blur', $event)" />`,
  }
}

/** Mounts a component in the words of one language. */
export function show(
  component: Component,
  props: Record<string, unknown> = {},
  language: Language = 'en',
) {
  speak(language)
  return mount(component, {
    // Which props a component takes is checked where the window uses it.
    props: props as never,
    attachTo: document.body,
    global: {
      plugins: [i18n],
      stubs: { ...controls, RouterLink: { props: ['to'], template: '<a :href="to"><slot /></a>' } },
    },
  })
}

/** Runs a composable as a component would, and gives what it returns. */
export function run<T>(
  composable: () => T,
  language: Language = 'en',
): T & { readonly stop: () => void } {
  speak(language)
  let result: T | undefined
  const app = createApp(
    defineComponent({
      setup() {
        result = composable()
        return () => h('div')
      },
    }),
  )
  app.use(i18n).mount(document.createElement('div'))
  return Object.assign(result as T & object, { stop: () => app.unmount() })
}

/** A store of its own for each test. */
export function freshStores() {
  setActivePinia(createPinia())
}
