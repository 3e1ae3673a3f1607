'use strict';

/** What all pages of figures say, in both languages. */
const COMMON_WORDS = {
  en: {
    skip: 'To the figures',
    language: 'Language',
    show: 'Show',
    loading: 'Loading …',
    again: 'Try again',
    signIn: 'Sign in',
    signedOut: 'You are signed out.',
    signInAgain: 'Sign in again; the page then shows the same figures.',
    unreachable: 'The service does not answer.',
    unreachableRemedy: 'Try again in a moment.',
    nothingNow: 'None.',
    days: 'd',
    number: 'Number',
    customer: 'Customer',
    previous: 'Previous',
    next: 'Next',
    pageOf: 'Page {page} of {pages}',
    chart: 'Chart: {title}. The numbers are in the table below.',
    dealsPage: 'Pipeline',
    creditPage: 'Credit',
    customersPage: 'Customers',
    pages: 'Figures'
  },
  zh: {
    skip: '跳到统计数据',
    language: '语言',
    show: '查询',
    loading: '正在加载……',
    again: '重试',
    signIn: '登录',
    signedOut: '您已退出登录。',
    signInAgain: '请重新登录，登录后显示相同的统计。',
    unreachable: '系统无响应。',
    unreachableRemedy: '请稍后重试。',
    nothingNow: '无。',
    days: '天',
    number: '数量',
    customer: '客户',
    previous: '上一页',
    next: '下一页',
    pageOf: '第{page}页，共{pages}页',
    chart: '图表：{title}。数字见下表。',
    dealsPage: '销售漏斗',
    creditPage: '资信',
    customersPage: '客户',
    pages: '统计'
  }
};
