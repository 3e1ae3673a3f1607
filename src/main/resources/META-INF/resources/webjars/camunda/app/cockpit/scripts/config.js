const chinese = navigator.language.toLowerCase().startsWith('zh');

export default {
  app: {
    name: chinese ? '监控台' : 'Cockpit',
    vendor: 'Innkeeper'
  },
  locales: {
    availableLocales: ['en', 'zh'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
