import type { SettingsTopic } from './topic'

function isAddress(text: string): boolean {
  return text === '' || (text.startsWith('https://') && URL.canParse(text))
}

function isPort(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) >= 1024 && Number(text) <= 65_535
}

export const names: SettingsTopic = {
  name: 'settings.topics.names',
  settings: [
    {
      name: 'settings.homepage',
      control: 'text',
      value: (settings) => settings.homepage,
      change: (text) => ({ homepage: text }),
      isGood: isAddress,
      complaint: 'settings.badHomepage',
    },
    {
      name: 'settings.contact',
      control: 'text',
      value: (settings) => settings.contact,
      change: (text) => ({ contact: text }),
      isGood: () => true,
      complaint: '',
    },
    {
      name: 'settings.signInPort',
      control: 'text',
      value: (settings) => String(settings.signInPort),
      change: (text) => ({ signInPort: Number(text) }),
      isGood: isPort,
      complaint: 'settings.badPort',
    },
  ],
}
