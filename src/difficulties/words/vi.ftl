difficulty-state-raised = x
