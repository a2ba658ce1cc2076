package chat.parley.access;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers errors outside the controllers, for example in a filter. */
@RestController
@OpenToEveryone
final class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Object> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            return ProblemAdvice.answer(thrown, HttpHeaders.EMPTY);
        }
        boolean known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer;
        int status = known ? (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : 404;
        return Problem.answer(Refusals.ofStatus(status), HttpHeaders.EMPTY);
    }
}
