package chat.parley.refusals;

/**
 * One field of a request that is to blame.
 *
 * @param field its name in the request's JSON, or the parameter's name
 * @param sentence what a person is told; holds nobody's data
 */
public record FieldProblem(String field, Reason reason, String sentence) {

    public FieldProblem(String field, Reason reason) {
        this(field, reason, reason.sentence());
    }
}
