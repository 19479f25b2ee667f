import { Controller, Get, Res, applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Health } from '@roadbook/process';
import type { HealthReport } from '@roadbook/process';
import type { FastifyReply } from 'fastify';
import { Public } from '../identity/access.js';

class CheckAnswer {
  @ApiProperty({ example: 'start-up' })
  name: string;

  @ApiProperty({ required: false, description: 'What is wrong; absent when all is well.' })
  wrong?: string;

  @ApiProperty({ required: false, description: 'What has to be known although all may be well.' })
  note?: string;
}

class HealthAnswer {
  @ApiProperty({ example: true })
  healthy: boolean;

  @ApiProperty({ type: [CheckAnswer] })
  checks: CheckAnswer[];
}

const Probe = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Public(),
    Get(path),
    ApiOperation({ summary, operationId: `health-${path}` }),
    ApiResponse({ status: 200, description: 'Yes.', type: HealthAnswer }),
    ApiResponse({ status: 503, description: 'No, and why.', type: HealthAnswer }),
  );

/** What orchestrators and load balancers ask; open without a token, so it tells no internals. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Probe('live', 'Does the process answer? If not, restart it.')
  async live(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    return answer(reply, await this.health.live());
  }

  @Probe('started', 'Has start-up ended?')
  async started(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    return answer(reply, await this.health.started());
  }

  @Probe('ready', 'May requests be sent here now?')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    return answer(reply, await this.health.ready());
  }
}

function answer(reply: FastifyReply, report: HealthReport): HealthReport {
  void reply.code(report.healthy ? 200 : 503).header('Cache-Control', 'no-store');
  return report;
}
