package chat.parley.access;

import chat.parley.refusals.Reason;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The specific reasons for which a controller's method can refuse a request, for the OpenAPI document. Reasons that apply to
 * any request, or to any that authenticates, has a body or waits for a view, are added there automatically.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RefusedWith {

    Reason[] value();
}
