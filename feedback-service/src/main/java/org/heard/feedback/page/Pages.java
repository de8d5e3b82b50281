package org.heard.feedback.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Failure;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.problem.ProblemPage;

/** Answers with pages. Templates escape what they are given. */
@ApplicationScoped
public class Pages {
  private final Template form;
  private final Template receipt;
  private final Template paper;
  private final Template desk;
  private final Template withdrawal;

  Pages(
      @Location("form.html") Template form,
      @Location("receipt.html") Template receipt,
      @Location("paper.html") Template paper,
      @Location("desk.html") Template desk,
      @Location("withdrawal.html") Template withdrawal) {
    this.form = form;
    this.receipt = receipt;
    this.paper = paper;
    this.desk = desk;
    this.withdrawal = withdrawal;
  }

  /** What a page's work comes to; its refusals are pages, too, since who reads them is a person. */
  public Response answer(Supplier<Response> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return problem(Failure.explain(failure));
    }
  }

  /** A form to be filled in. */
  public Response form(FormPage page) {
    return html(200, form.data("page", page).render());
  }

  /** A form that was not taken, with what was typed. */
  public Response refused(FormPage page, ProblemException refusal) {
    return refused(form.data("page", page).render(), refusal);
  }

  /** The receipt for an answer that is stored. */
  public Response receipt(ReceiptPage page) {
    return html(page.repeat() ? 200 : 201, receipt.data("page", page).render());
  }

  /** A card to be keyed. */
  public Response paper(PaperPage page) {
    return html(200, paper.data("page", page).render());
  }

  /** The next card, after one that is stored. */
  public Response keyed(PaperPage page) {
    return html(page.last().repeat() ? 200 : 201, paper.data("page", page).render());
  }

  /** A card that was not taken, with what was keyed. */
  public Response refused(PaperPage page, ProblemException refusal) {
    return refused(paper.data("page", page).render(), refusal);
  }

  /** The question for a desk's code. */
  public Response desk(DeskPage page) {
    return html(200, desk.data("page", page).render());
  }

  /** The same after a code that did not do. */
  public Response refused(DeskPage page, ProblemException refusal) {
    return refused(desk.data("page", page).render(), refusal);
  }

  /** Where the agreement to publish is taken back, or was. */
  public Response withdrawal(WithdrawalPage page) {
    return html(200, withdrawal.data("page", page).render());
  }

  /** The same after a code that did not do. */
  public Response refused(WithdrawalPage page, ProblemException refusal) {
    return refused(withdrawal.data("page", page).render(), refusal);
  }

  /** A page for what leaves no form to mend. */
  private static Response problem(ProblemException refusal) {
    return refused(ProblemPage.html(refusal.problem().code()), refusal);
  }

  private static Response refused(String html, ProblemException refusal) {
    ErrorCode code = refusal.problem().code();
    Response.ResponseBuilder answer = answer(code.status(), html);
    refusal
        .retryAfterSeconds()
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    return answer.build();
  }

  private static Response html(int status, String html) {
    return answer(status, html).build();
  }

  private static Response.ResponseBuilder answer(int status, String html) {
    Response.ResponseBuilder answer =
        Response.status(status).type(ProblemPage.MEDIA_TYPE).entity(html);
    ProblemPage.HEADERS.forEach(answer::header);
    return answer;
  }
}
