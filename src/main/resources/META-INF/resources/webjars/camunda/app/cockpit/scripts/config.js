const chinese = navigator.language.toLowerCase().startsWith('zh');

export default {
  app: {
    name: chinese ? '监控台' : 'Cockpit',
    vendor: 'Innkeeper'
  },
  locales: {
    availableLocales: ['en', 'zh'],
    // The language loaded last decides how dates read, so one alone is loaded.
    fallbackLocale: chinese ? 'zh' : 'en'
  },
  disableWelcomeMessage: true
};
