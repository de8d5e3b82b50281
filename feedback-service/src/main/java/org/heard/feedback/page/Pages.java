package org.heard.feedback.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.heard.feedback.notice.Notice;
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
  private final Template notice;

  Pages(
      @Location("form.html") Template form,
      @Location("receipt.html") Template receipt,
      @Location("paper.html") Template paper,
      @Location("desk.html") Template desk,
      @Location("withdrawal.html") Template withdrawal,
      @Location("notice.html") Template notice) {
    this.form = form;
    this.receipt = receipt;
    this.paper = paper;
    this.desk = desk;
    this.withdrawal = withdrawal;
    this.notice = notice;
  }

  /** What a page's work comes to; its refusals are pages, too, since who reads them is a person. */
  public Response answer(Supplier<Response> work) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      return problem(Failure.explain(failure));
    }
  }

  /** A form to be filled in, after what people are told before it. */
  public Response form(FormPage page, Notice notice) {
    return html(200, of(form, page, notice));
  }

  /** A form that was not taken, with what was typed. */
  public Response refused(FormPage page, Notice notice, ProblemException refusal) {
    return refused(of(form, page, notice), refusal);
  }

  /** The receipt for an answer that is stored. */
  public Response receipt(ReceiptPage page, Notice notice) {
    return html(page.repeat() ? 200 : 201, of(receipt, page, notice));
  }

  /** A card to be keyed. */
  public Response paper(PaperPage page, Notice notice) {
    return html(200, of(paper, page, notice));
  }

  /** The next card, after one that is stored. */
  public Response keyed(PaperPage page, Notice notice) {
    return html(page.last().repeat() ? 200 : 201, of(paper, page, notice));
  }

  /** A card that was not taken, with what was keyed. */
  public Response refused(PaperPage page, Notice notice, ProblemException refusal) {
    return refused(of(paper, page, notice), refusal);
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

  /**
   * What people are told, by itself.
   *
   * @param code of the form that it belongs to, null if of none
   */
  public Response notice(Notice text, String code) {
    return html(200, notice.data("notice", text).data("form", code).render());
  }

  private static String of(Template template, Object page, Notice notice) {
    return template.data("page", page).data("notice", notice).render();
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
