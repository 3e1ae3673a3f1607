const chinese = navigator.language.toLowerCase().startsWith('zh');

export default {
  app: {
    name: chinese ? '欢迎' : 'Welcome',
    vendor: 'Innkeeper'
  },
  locales: {
    availableLocales: ['en', 'zh'],
    // The language loaded last decides how dates read, so one alone is loaded.
    fallbackLocale: chinese ? 'zh' : 'en'
  },
  disableWelcomeMessage: true,
  links: [
    {
      label: chinese ? '销售漏斗统计' : 'Pipeline figures',
      href: '/figures/deals',
      description: chinese ? '赢单率、周期、漏斗与费用' : 'Win rate, cycle, funnel and spending',
      priority: 0
    }
  ]
};
