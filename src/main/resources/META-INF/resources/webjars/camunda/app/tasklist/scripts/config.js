const chinese = navigator.language.toLowerCase().startsWith('zh');

export default {
  app: {
    name: chinese ? '任务列表' : 'Tasklist',
    vendor: 'Innkeeper'
  },
  locales: {
    availableLocales: ['en', 'zh'],
    // The language loaded last decides how dates read, so one alone is loaded.
    fallbackLocale: chinese ? 'zh' : 'en'
  },
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: chinese ? '认领当前任务' : 'claims the task that is shown'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: chinese ? '转到第一个筛选' : 'goes to the first filter'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: chinese ? '转到列表中的第一个任务' : 'goes to the first task of the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: chinese ? '转到表单的第一个字段' : 'goes to the first field of the form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: chinese ? '打开启动流程的窗口' : 'opens the window that starts a process'
    }
  },
  customScripts: ['scripts/form-words'],
  disableWelcomeMessage: true
};
