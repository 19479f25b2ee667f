# All services of Roadbook. Which one starts says the command: `dist/apps/release/src/main.js`, those of `environment` and
# `knowledge-base`, or all three in one process, as here where nothing is said.
FROM node:24.18.0-bookworm-slim AS build
WORKDIR /roadbook
COPY package.json package-lock.json .npmrc ./
RUN npm ci
# Without what only tests and trials need: see .dockerignore.
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24.18.0-bookworm-slim
ENV NODE_ENV=production ROADBOOK_DATA=/data
WORKDIR /roadbook
COPY --from=build /roadbook/package.json ./
COPY --from=build /roadbook/node_modules node_modules
COPY --from=build /roadbook/dist dist
# A new volume gets the owner of the folder that it is mounted over.
RUN install -d -o node -g node /data /keys /keys/secrets /keys/services /keys/store /keys/broker
USER node
VOLUME /data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# As with `npm start`: what is new in memory takes up to 64 MB twice otherwise, four times as much as before Node.js 24.
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=16"]
CMD ["dist/together/main.js"]
