-- For the count of overdue tasks and the lists that sort by due date.
CREATE INDEX IF NOT EXISTS INNKEEPER_IDX_TASK_DUE ON ACT_RU_TASK (DUE_DATE_);
