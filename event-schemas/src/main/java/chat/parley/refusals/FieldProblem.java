package chat.parley.refusals;

/**
 * One invalid field of a request.
 *
 * @param field its name in the request's JSON, or the parameter's name
 * @param sentence shown to the person; holds nobody's data
 */
public record FieldProblem(String field, Reason reason, String sentence) {

    public FieldProblem(String field, Reason reason) {
        this(field, reason, reason.sentence());
    }
}
