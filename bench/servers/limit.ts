/** The limit: Nest with what every command passes (Fastify, a validated DTO, the command bus) before a bare group commit. */
import 'reflect-metadata';
import { Body, Controller, Get, HttpCode, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CommandHandler, CqrsModule } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsString, Matches, MaxLength } from 'class-validator';
import { readConfiguration } from '@roadbook/process';
import { GroupedRows } from './grouped-rows.js';
import { Rows } from './rows.js';
import type { Row } from './rows.js';

const { host, port, dataFolder } = readConfiguration();

class RowDto implements Row {
  @Matches(/^[a-z][a-z0-9-]{0,62}$/)
  project: string;

  @Matches(/^\d+\.\d+\.\d+$/)
  version: string;

  @IsString()
  @MaxLength(2000)
  reason: string;
}

class StoreRow {
  constructor(readonly row: Row) {}
}

@CommandHandler(StoreRow)
class StoreRowHandler implements ICommandHandler<StoreRow, number> {
  constructor(private readonly rows: GroupedRows) {}

  execute({ row }: StoreRow): Promise<number> {
    return this.rows.insert(row);
  }
}

@Controller()
class RowsController {
  constructor(private readonly commands: CommandBus) {}

  @Get('health/started')
  started() {
    return { healthy: true };
  }

  @Post('rows')
  @HttpCode(200)
  async store(@Body() row: RowDto) {
    return { id: await this.commands.execute<StoreRow, number>(new StoreRow(row)) };
  }
}

@Module({
  imports: [CqrsModule.forRoot()],
  controllers: [RowsController],
  providers: [
    StoreRowHandler,
    { provide: GroupedRows, useFactory: () => new GroupedRows(new Rows(dataFolder)) },
  ],
})
class LimitModule {}

const app = await NestFactory.create<NestFastifyApplication>(LimitModule, new FastifyAdapter(), {
  logger: false,
});
app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true }));
await app.listen(port, host);
process.stdout.write(`listens on ${await app.getUrl()}\n`);
