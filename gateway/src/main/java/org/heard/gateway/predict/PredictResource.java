package org.heard.gateway.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;
import org.heard.gateway.upstream.Analytics;

/**
 * Answers like pxtextmining's API, for programs that were written for it. No person stands behind a
 * request, so it has a key of its own, stores nothing and says labels only.
 */
@Path("/predict_multilabel")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PredictResource {
  private final ApiKey key;
  private final Analytics analytics;
  private final ObjectReader json;
  private final PredictSettings limits;

  PredictResource(ApiKey key, Analytics analytics, ObjectMapper json, PredictSettings settings) {
    this.key = key;
    this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.analytics = analytics;
    this.limits = settings;
  }

  /** Hidden from the description of the API, which tells of what is there for everybody. */
  @POST
  @PermitAll
  @Operation(hidden = true)
  public List<PredictView> predict(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @QueryParam("labels") String labels,
      InputStream body)
      throws IOException {
    key.require(authorization);
    Framework framework = Framework.of(labels);
    return analytics.tag(PredictRequest.read(parse(body), limits)).stream()
        .map(item -> PredictView.of(item, framework))
        .toList();
  }

  /** Parsed here and not by the framework, so that nobody without the key is listened to. */
  private JsonNode parse(InputStream body) throws IOException {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException | CharConversionException malformed) {
      // never the parser's message: it quotes the body
      throw new ProblemException(ErrorCode.BAD_REQUEST, "The body is not valid JSON.");
    }
  }
}
