package org.scrutineer.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers what rooms give up on. Whatever else is thrown is a defect, which is logged and answered without its text. */
@ControllerAdvice
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class Problems {

    @ExceptionHandler(NotThereException.class)
    ModelAndView notThere() {
        return Problem.of(HttpStatus.NOT_FOUND).shown(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(OvertakenException.class)
    ModelAndView overtaken(OvertakenException overtaken) {
        return Problem.overtaken(overtaken.sentence()).shown(HttpStatus.CONFLICT);
    }
}
