# One file for both sides: --build-arg SIDE=command-side (port 8081) or SIDE=query-side (port 8082).
FROM maven:3.9.11-eclipse-temurin-25 AS build
ARG SIDE
WORKDIR /build
COPY . .
RUN mvn -B -q package -pl ${SIDE} -am -DskipTests -Dspotless.check.skip=true \
 && java -Djarmode=tools -jar ${SIDE}/target/${SIDE}-*-exec.jar extract --layers --application-filename side.jar --destination /layers

FROM eclipse-temurin:25.0.1_8-jre-noble
RUN useradd --system --uid 10001 --no-create-home hub
USER hub
WORKDIR /hub
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# A service that keeps children's data tells nobody outside that it is running.
ENV AXONIQ_UPDATE_CHECKER_DISABLED=true
# In a container the loopback address would be the container's own; what of it is published, docker-compose.yml says.
ENV SERVER_ADDRESS=0.0.0.0
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
ENTRYPOINT ["java", "-jar", "side.jar"]
