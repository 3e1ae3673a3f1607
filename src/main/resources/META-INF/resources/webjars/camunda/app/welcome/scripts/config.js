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
    },
    {
      label: chinese ? '资信统计' : 'Credit figures',
      href: '/figures/credit',
      description: chinese ? '应收账款、周转天数、授信与核查' : 'Receivables, DSO, exposure and reviews',
      priority: 1
    },
    {
      label: chinese ? '客户统计' : 'Customer figures',
      href: '/figures/customers',
      description: chinese ? '营业额占比、生命周期与久未光顾的老客户' : 'Share of turnover, life cycle and dormant regulars',
      priority: 2
    },
    {
      label: chinese ? '规则与流程变更' : 'Changes of rules and processes',
      href: '/changes',
      description: chinese ? '草稿、检查、试算、审批与版本' : 'Drafts, checks, what-if, approval and releases',
      priority: 3
    }
  ]
};
