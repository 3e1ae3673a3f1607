package dev.innkeeper.workflow;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Who may work on a task is said by the task: its candidates and its assignee may read it, claim
 * it, give it back or to a colleague, and complete it; nobody else may, whatever rights they have
 * on the process. They may not change its variables, due date or candidates.
 */
@Component
@Order(20)
class TaskAccess extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new CandidateRights());
        engine.getCustomPostBPMNParseListeners().add(new GuardsAssignment());
    }

    private static final class CandidateRights extends DefaultAuthorizationProvider {

        private static final Permission[] WORK = {
            Permissions.READ, Permissions.TASK_WORK, Permissions.TASK_ASSIGN
        };

        @Override
        protected Permission[] getRuntimePermissions(boolean enforceSpecificVariablePermission) {
            return WORK.clone();
        }
    }

    private static final class GuardsAssignment extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addBuiltInTaskListener(
                            TaskListener.EVENTNAME_ASSIGNMENT, new AssignmentGuard());
        }
    }
}
