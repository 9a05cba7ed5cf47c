package blackbox.application;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Steps of one sitting: where one failed, those after it are skipped, as they start from there. */
final class OneAfterTheOther implements ExecutionCondition, TestExecutionExceptionHandler {

    private static final Namespace STEPS = Namespace.create(OneAfterTheOther.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext step) {
        Object failed = step.getStore(STEPS).get("failed");
        return failed == null
                ? ConditionEvaluationResult.enabled("nothing failed before")
                : ConditionEvaluationResult.disabled("after " + failed + ", which failed");
    }

    @Override
    public void handleTestExecutionException(ExtensionContext step, Throwable why)
            throws Throwable {
        step.getParent().orElseThrow().getStore(STEPS).put("failed", step.getDisplayName());
        throw why;
    }
}
