import { applyDecorators, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

/** Class decorator: the routes of one topic, under one path. */
export const Topic = (topic: string, path: string): ClassDecorator =>
  applyDecorators(ApiTags(topic), Controller(path));
