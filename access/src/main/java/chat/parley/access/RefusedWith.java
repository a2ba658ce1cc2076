package chat.parley.access;

import chat.parley.refusals.Reason;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The reasons of its own that a controller's method can refuse a request for, as the API's document tells them. What may happen to any
 * request, or to any that asks who calls, takes a body or waits for a view, is told there without being named here.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RefusedWith {

    Reason[] value();
}
