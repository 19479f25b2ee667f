FROM node:20-slim AS build
WORKDIR /roadbook
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-slim
ENV NODE_ENV=production ROADBOOK_DATA=/data
WORKDIR /roadbook
COPY --from=build /roadbook/package.json ./
COPY --from=build /roadbook/node_modules node_modules
COPY --from=build /roadbook/dist dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "--enable-source-maps", "dist/together/main.js"]
