const chinese = navigator.language.toLowerCase().startsWith('zh');

export default {
  app: {
    name: chinese ? '管理' : 'Admin',
    vendor: 'Innkeeper'
  },
  locales: {
    availableLocales: ['en', 'zh'],
    fallbackLocale: 'en'
  },
  disableWelcomeMessage: true
};
