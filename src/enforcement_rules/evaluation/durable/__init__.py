"""The same rules on a forward-chaining network (durable-rules), as a second evaluator beside the compiled one."""
