package chat.parley.command.erasure;

import chat.parley.access.ServiceCaller;
import chat.parley.command.http.Required;
import chat.parley.events.UserId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For services without a database. */
@RestController
class ErasureReportsController {

    record Report(@Required UserId account, @Required String part) {}

    private final ErasureReports reports;

    ErasureReportsController(ErasureReports reports) {
        this.reports = reports;
    }

    @PostMapping("/internal/erasures/forgotten")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgotten(@SuppressWarnings("unused") ServiceCaller caller, @RequestBody Report report) {
        reports.forgotten(report.account(), report.part());
    }
}
