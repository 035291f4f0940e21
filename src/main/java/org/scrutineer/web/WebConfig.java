package org.scrutineer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.accounts.Person;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all rooms share. */
@Configuration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WebProperties.class)
class WebConfig {

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Times times(WebProperties settings) {
        return new Times(settings.locale(), settings.zone());
    }

    @Bean
    WebMvcConfigurer rooms(Catalogue catalogue, Assets assets, Times times) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new Frame(new Navigation(Routes.all()), catalogue, assets, times))
                        .excludePathPatterns("/assets/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new WhoIsSignedIn());
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                // Paths are written one way only, so that each page has one address.
                formatters.addConverter(
                        String.class,
                        ReportingPeriod.class,
                        text -> ReportingPeriod.read(text)
                                .filter(period -> period.toString().equals(text))
                                .orElseThrow(NotThereException::new));
            }
        };
    }

    /** Gives methods of rooms the {@link Person} they ask for. */
    private static final class WhoIsSignedIn implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Person.class);
        }

        @Override
        public Person resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer page,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return SignedIn.person().orElseThrow();
        }
    }
}
