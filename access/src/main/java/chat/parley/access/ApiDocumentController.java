package chat.parley.access;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the OpenAPI document of all services, which the build generates from their controllers. */
@RestController
@Hidden
class ApiDocumentController {

    private final Resource document = new ClassPathResource("openapi.json", ApiDocumentController.class);

    @OpenToEveryone
    @GetMapping(path = "/api/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource document() {
        return document;
    }
}
