package org.heard.feedback.breakglass;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.heard.feedback.access.Caller;
import org.heard.feedback.json.PageSize;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** For the second person: who read what was written, when and why. */
@Path("/v1/raw-accesses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("information-governance")
@Tag(name = "Raw access")
class RawAccessesResource {
  private static final int UUID_CHARACTERS = 36;
  private static final String ALL = "all";
  private static final String UNSEEN = "unseen";

  private final RawAccessReview review;
  private final Caller caller;

  RawAccessesResource(RawAccessReview review, Caller caller) {
    this.review = review;
    this.caller = caller;
  }

  /** A page of accesses. */
  @Schema(name = "RawAccesses")
  record Page(
      @Schema(maxItems = 200, description = "The last first") List<RawAccessView> items,
      @Schema(minimum = "0", description = "On all pages", examples = "3") long total,
      @Schema(
              nullable = true,
              format = "uuid",
              description = "The cursor of the next page; null on the last",
              examples = "5b2f7c90-1a4e-4f63-9d27-8e0c6a3b5d14")
          String next) {}

  @GET
  @Operation(
      summary = "Who read words as they were written, in your organisations, and why",
      description =
          "Never the words. `heard_raw_access_unseen` counts those that no second person has seen.")
  @APIResponse(
      responseCode = "200",
      description = "A page, the last first",
      content = @Content(schema = @Schema(implementation = Page.class)))
  @APIResponse(
      responseCode = "400",
      description = "BAD_LIMIT, LIMIT_TOO_LARGE, BAD_CURSOR, INVALID_PARAMETER: the state")
  public Page list(
      @Parameter(
              description = "unseen: only those that no second person has seen",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {ALL, UNSEEN}))
          @DefaultValue(ALL)
          @QueryParam("state")
          String state,
      @Parameter(
              description = "The last page's next",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @DefaultValue("")
          @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "Accesses on a page",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
          @DefaultValue("50")
          @QueryParam("limit")
          String limit) {
    if (!List.of(ALL, UNSEEN).contains(state)) {
      throw new ProblemException(ErrorCode.INVALID_PARAMETER, "state is all or unseen.");
    }
    RawAccessReview.Filter filter =
        new RawAccessReview.Filter(caller.organisations(), state.equals(UNSEEN));
    int rows = PageSize.of(limit);
    List<RawAccessView> items = review.page(filter, after(cursor), rows + 1);
    boolean more = items.size() > rows;
    List<RawAccessView> page = more ? items.subList(0, rows) : items;
    return new Page(page, review.count(filter), more ? page.get(rows - 1).id().toString() : null);
  }

  private static UUID after(String cursor) {
    if (cursor.isEmpty()) {
      return null;
    }
    UUID id = idOf(cursor);
    if (id == null) {
      throw badCursor();
    }
    return id;
  }

  @POST
  @Path("/{id}/seen")
  @Operation(
      summary = "Note that you, a second person, have seen it",
      description =
          "Repeatable; who was first stands. What is read on until its time is over still counts in"
              + " `readings`.")
  @APIResponse(
      responseCode = "200",
      description = "It is seen",
      content = @Content(schema = @Schema(implementation = RawAccessView.class)))
  @APIResponse(
      responseCode = "404",
      description = "NOT_FOUND: no such access in your organisations")
  @APIResponse(responseCode = "409", description = "SAME_PERSON: you are who read the words")
  public RawAccessView seen(
      @Parameter(
              description = "The access's id",
              schema = @Schema(type = SchemaType.STRING, format = "uuid"))
          @PathParam("id")
          String id) {
    UUID known = idOf(id);
    if (known == null) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "No such access.");
    }
    return review.seen(known, caller.subject(), caller.organisations());
  }

  /** Null for what is no UUID; Java reads shorter ones, too. */
  private static UUID idOf(String text) {
    try {
      return text.length() == UUID_CHARACTERS ? UUID.fromString(text) : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  static ProblemException badCursor() {
    return new ProblemException(ErrorCode.BAD_CURSOR, "Send the next of the page before, as is.");
  }
}
