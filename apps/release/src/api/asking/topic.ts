import { applyDecorators, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

/** The path of a release, as `ReleasePath` reads it. */
export const releasePath = 'v1/projects/:project/releases/:version';

/** Class decorator: the routes of one topic, under one path. */
export const Topic = (topic: string, path: string): ClassDecorator =>
  applyDecorators(ApiTags(topic), Controller(path));
