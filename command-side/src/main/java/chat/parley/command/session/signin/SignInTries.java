package chat.parley.command.session.signin;

import chat.parley.refusals.Reason;
import chat.parley.refusals.Refused;
import chat.parley.throttling.Limit;
import chat.parley.throttling.Throttle;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * How often someone may try to sign in as a person. Whoever guesses waits longer and longer, but nobody can lock out somebody else: what is
 * counted is the attempts from one address. Only where an account is tried from very many addresses does each of them get fewer attempts, and
 * even then the first from an address is free.
 */
@Component
class SignInTries {

    private final Throttle throttle;

    SignInTries(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * Counts the attempt, and forgets earlier ones if it succeeds. It is counted first, so that many at once are not all let through.
     *
     * @param username whether or not there is someone of this name
     * @param attempt throws {@link Refused} if it does not succeed
     * @throws Refused {@link Reason#SLOW_DOWN} with the time to wait
     */
    <T> T once(String username, String address, Function<String, T> attempt) {
        String source = username + " " + address;
        boolean attacked = !throttle.take(Limit.SIGN_IN_ACCOUNT, username).permitted();
        throttle.take(attacked ? Limit.SIGN_IN_TRIES_UNDER_ATTACK : Limit.SIGN_IN_TRIES, source)
                .orRefuse();
        T succeeded = attempt.apply(username);
        throttle.forget(Limit.SIGN_IN_TRIES, source);
        throttle.giveBack(Limit.SIGN_IN_ACCOUNT, username);
        return succeeded;
    }
}
