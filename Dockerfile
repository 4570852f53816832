FROM node:22-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends chromium && rm -rf /var/lib/apt/lists/*
WORKDIR /brushover
COPY . .
RUN npm ci
RUN npm run build
ENTRYPOINT ["node", "--import", "tsx", "tools/stylize.ts"]
