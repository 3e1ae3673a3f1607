const chinese = navigator.language.toLowerCase().startsWith('zh');

export default {
  app: {
    name: chinese ? '欢迎' : 'Welcome',
    vendor: 'Innkeeper'
  },
  locales: {
    availableLocales: ['en', 'zh'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
